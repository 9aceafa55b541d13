import { statSync } from "node:fs";
import type { Confinement } from "./bubblewrap";
import { PROCESSES } from "./resource-limits";

/*
 * Runs as the root of a fresh user namespace: builds a small tree on a tmpfs, read-only, and enters it through a second
 * user namespace, where it is nobody, has no capabilities and, being in a chroot, may not make further namespaces.
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
prlimit --pid $$ --nproc=${PROCESSES}
unshare=$(command -v unshare)
unset PATH PWD OLDPWD
exec "$unshare" --user --map-user=65534 --map-group=65534 --root="$root" --wd=/work -- "$@"
`;

const ALONE =
  "setpriv --pdeathsig KILL unshare --map-root-user --mount --pid --net --ipc --uts --fork --kill-child".split(
    " ",
  );

/** `unshare` and its arguments, which hide what `bwrap` hides but need only util-linux. `root` is an empty folder. */
export function unshare({ bindings, proc, command }: Confinement, root: string): string[] {
  return [
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
    ...command,
  ];
}
