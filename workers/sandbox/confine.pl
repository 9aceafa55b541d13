# Confines this process for good, then becomes the program after "--". Perl, because every Debian has it and it can make any
# system call. Arguments are words NAME=VALUE; calls are given by their numbers on this processor:
#   root=FOLDER      becomes the root directory; the working directory is /work
#   user=NUMBER      this user and group, and no other group; "mapped": nobody, in a user namespace of its own
#   processes=N      the most processes and threads of that user
#   landlock=1       no path may be opened but those of read=PATH, none may be changed; no TCP, no signals to others
#   filter=FILE      a compiled seccomp filter
use strict;
use warnings;

my (%given, @readable);
while (defined(my $word = shift @ARGV)) {
  last if $word eq '--';
  my ($name, $value) = split /=/, $word, 2;
  if ($name eq 'read') { push @readable, $value } else { $given{$name} = $value }
}

sub call {
  my ($name, @arguments) = @_;
  my $number = $given{$name} // die "confine: no number for $name\n";
  my $result = syscall($number + 0, @arguments);
  die "confine: $name: $!\n" if $result == -1;
  return $result;
}

sub write_to {
  my ($path, $text) = @_;
  open(my $file, '>', $path) or die "confine: $path: $!\n";
  syswrite($file, $text) // die "confine: $path: $!\n";
}

use constant { O_PATH => 0x200000, SIGKILL => 9, RLIMIT_NPROC => 6, CLONE_NEWUSER => 0x10000000, NOBODY => 65534 };
use constant { PDEATHSIG => 1, SECCOMP => 22, NO_NEW_PRIVS => 38 };

my $filter;
if (defined $given{filter}) {
  open(my $file, '<:raw', $given{filter}) or die "confine: $given{filter}: $!\n";
  local $/;
  $filter = <$file>;
}

my $user = $given{user} // '';
if ($user eq 'mapped') {
  my $uid = $<;
  my ($gid) = split / /, $(;
  call('unshare', CLONE_NEWUSER);
  write_to('/proc/self/setgroups', 'deny');
  write_to('/proc/self/gid_map', NOBODY . " $gid 1");
  write_to('/proc/self/uid_map', NOBODY . " $uid 1");
}

my $ruleset;
if ($given{landlock}) {
  my $abi = syscall(444, 0, 0, 1);
  die "confine: this kernel has no Landlock\n" if $abi < 1;
  # All rights over files that this kernel knows, TCP from version 4 on, abstract sockets and signals from 6 on.
  my $files = $abi < 2 ? 0x1fff : $abi < 3 ? 0x3fff : $abi < 5 ? 0x7fff : 0xffff;
  my $rules = pack('QQQ', $files, $abi < 4 ? 0 : 3, $abi < 6 ? 0 : 3);
  $ruleset = syscall(444, $rules, length($rules), 0);
  die "confine: Landlock: $!\n" if $ruleset < 0;
  for my $path (@readable) {
    sysopen(my $opened, $path, O_PATH) or die "confine: $path: $!\n";
    # To run and to read; in folders also to list.
    my $rule = pack('Ql', -d $path ? 1 | 4 | 8 : 1 | 4, fileno $opened);
    syscall(445, $ruleset, 1, $rule, 0) == 0 or die "confine: Landlock, $path: $!\n";
  }
}

if (defined $given{root}) {
  chroot($given{root}) or die "confine: chroot: $!\n";
  chdir('/work') or die "confine: /work: $!\n";
}

if ($user =~ /^\d+$/) {
  my $id = $user + 0;
  call('setgroups', 0, 0);
  call('setresgid', $id, $id, $id);
  call('setresuid', $id, $id, $id);
}
if (defined $given{processes}) {
  call('prlimit64', 0, RLIMIT_NPROC, pack('QQ', $given{processes}, $given{processes}), 0);
}
call('capset', pack('LL', 0x20080522, 0), pack('L6', (0) x 6));
# A change of user forgets it.
call('prctl', PDEATHSIG, SIGKILL, 0, 0, 0);
call('prctl', NO_NEW_PRIVS, 1, 0, 0, 0);
if (defined $ruleset) {
  syscall(446, $ruleset, 0) == 0 or die "confine: Landlock: $!\n";
}
delete @ENV{qw(PATH PWD OLDPWD SHLVL _)};
if (defined $filter) {
  call('prctl', SECCOMP, 2, pack('Sx6P', length($filter) / 8, $filter), 0, 0);
}
exec {$ARGV[0]} @ARGV or die "confine: $ARGV[0]: $!\n";
