import { statSync } from "node:fs";
import { confine } from "./confine";
import type { Confinement } from "./confinement";
import { otherUser } from "./other-user";
import { PROCESSES } from "./resource-limits";

/*
 * Runs as root, the real one or that of a fresh user namespace: builds a small tree on a tmpfs, read-only, and leaves the rest to
 * the command, which enters it as somebody without capabilities.
 * A file on a mount without programs has to stay without programs, or the kernel refuses the change.
 * Arguments: the folder to build on; then kind, source and place of each binding; then `--` and the command.
 */
const SCRIPT = `
set -e
root=$1; shift
seal() {
  mount -o remount,bind,ro,nosuid,nodev "$1" 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev,noexec "$1"
}
mount -t tmpfs -o mode=755,size=1m,nosuid,nodev sandbox "$root"
while [ "$1" != -- ]; do
  case $1 in
    proc) mkdir -p "$root/proc"; mount -t proc -o nosuid,nodev,noexec proc "$root/proc" ;;
    *)
      mkdir -p "$root\${3%/*}"
      case $1 in folder*) mkdir -p "$root$3" ;; *) : > "$root$3" ;; esac
      case $1 in folder*) mount --rbind "$2" "$root$3" ;; *) mount --bind "$2" "$root$3" ;; esac
      case $1 in *device) ;; *) seal "$root$3" ;; esac ;;
  esac
  shift 3
done
shift
mkdir "$root/work"
seal "$root"
exec "$@"
`;

/** Enters the tree through a second user namespace; in a chroot, it may not make further namespaces. */
const ENTER = `
prlimit --pid $$ --nproc=${PROCESSES}
unshare=$(command -v unshare)
root=$1; shift
unset PATH PWD OLDPWD
exec "$unshare" --user --map-user=65534 --map-group=65534 --root="$root" --wd=/work -- "$@"
`;

const ALONE = "--mount --pid --net --ipc --uts --cgroup --fork --kill-child".split(" ");

/**
 * `unshare` and its arguments, which hide what `bwrap` hides but need only util-linux, and Perl for the filter. `root` is an empty
 * folder.
 */
export function unshare({ bindings, proc, command, filter, user }: Confinement, root: string): string[] {
  const enter =
    filter === null
      ? ["sh", "-c", ENTER, "sandbox", root]
      : confine({ root, user: user === "other" ? otherUser() : "mapped", processes: PROCESSES, filter });
  return [
    ..."setpriv --pdeathsig KILL unshare".split(" "),
    ...(user === "other" ? [] : ["--map-root-user"]),
    ...ALONE,
    "sh",
    "-c",
    SCRIPT,
    "sandbox",
    root,
    ...bindings.flatMap(({ from, to, device }) => [
      `${statSync(from).isDirectory() ? "folder" : "file"}${device ? " device" : ""}`,
      from,
      to,
    ]),
    ...(proc ? ["proc", "", ""] : []),
    "--",
    ...enter,
    ...command,
  ];
}
