# Owns the process groups of all children of one run, and kills them when its standard input ends: a
# harness that was killed leaves nothing behind. Run by sh as the leader of a session of its own.
#
#   $1              folder of the launch scripts; logs go where they say
#   start NAME      runs $1/NAME.launch as the leader of a new session; answers "started NAME PID",
#                   and "ended NAME STATUS" once it is gone and what it left in its group is killed
#   signal PID SIG  sends the signal to the whole group of that leader
#
# Only shell builtins run in the loop: children that ended stay unreaped, so that no number of theirs
# is given to a stranger while it may still be killed.

folder=$1
closed=$folder/closed.$$
watchers=

trap '' INT TERM HUP PIPE

watch() {
    # The trap stands before the child exists. A child that has not left our group yet is no group's
    # leader, and is killed by itself.
    before=$!
    trap '[ "$!" = "$before" ] || kill -s KILL -- "-$!" || kill -s KILL "$!"' TERM
    # A signal that came before the trap was lost.
    [ ! -e "$closed" ] || exit
    (
        trap - INT TERM HUP PIPE
        exec setsid sh "$folder/$1.launch"
    ) </dev/null >/dev/null 2>&1 &
    child=$!
    echo "started $1 $child"
    wait "$child"
    status=$?
    # A signal ends the wait early; the child is dead by now, or about to be.
    kill -s KILL -- "-$child"
    wait "$child"
    echo "ended $1 $status"
}

while read -r verb first second; do
    case $verb in
        start)
            watch "$first" &
            watchers="$watchers $!"
            ;;
        signal)
            kill -s "$second" -- "-$first"
            ;;
    esac
done

: >"$closed"
for watcher in $watchers; do
    kill -s TERM "$watcher"
done
wait
