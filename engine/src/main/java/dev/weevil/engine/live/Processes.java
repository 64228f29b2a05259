package dev.weevil.engine.live;

import dev.weevil.engine.live.mailbox.Mailbox;
import dev.weevil.engine.live.process.Launch;
import dev.weevil.engine.live.process.Signal;
import dev.weevil.engine.live.process.Supervisor;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.TraceEvent;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The processes of the replicas: what they are doing, and what is done to them. On the run's thread. */
final class Processes implements AutoCloseable {

    /** Knows what the processes are. */
    interface Casting {

        /** How the replica is started, this time. */
        Launch launch(NodeId replica) throws IOException;

        /** The replica has been started: {@link Processes#ready} is to follow. */
        void started(NodeId replica);

        /** It answers no more. */
        void gone(NodeId replica);

        /** Whether a process that ends unasked, once it was ready, is the system's own affair. */
        boolean mayEnd();

        /** What others learn of its coming and going while the run is on. */
        void changed(NodeId replica, boolean up);
    }

    private enum State {
        STARTING,
        UP,
        /** Killed, but not yet gone. */
        DYING,
        DOWN
    }

    private static final class Life {
        private State state = State.STARTING;
        private Optional<Long> pid = Optional.empty();
        private boolean paused;
        private boolean startsAgain;
        private boolean losesDisk;
        private boolean wasReady;
    }

    private final RunFolder folder;
    private final Ledger ledger;
    private final Casting casting;
    private final Consumer<String> fail;
    private final Supervisor supervisor;
    private final Map<NodeId, Life> lives = new TreeMap<>();
    private boolean closing;

    Processes(
            RunFolder folder,
            Ledger ledger,
            Mailbox mailbox,
            Casting casting,
            Consumer<String> fail)
            throws IOException {
        this.folder = folder;
        this.ledger = ledger;
        this.casting = casting;
        this.fail = fail;
        this.supervisor = Supervisor.open(folder.launches(), new Supervisor.Watch() {
            @Override
            public void started(String name, long pid) {
                mailbox.post(() -> Processes.this.started(NodeId.parse(name), pid));
            }

            @Override
            public void ended(String name, int status) {
                mailbox.post(() -> Processes.this.ended(NodeId.parse(name), status));
            }

            @Override
            public void lost() {
                mailbox.post(() -> fail.accept("the supervisor of all processes has ended"));
            }
        });
    }

    void start(NodeId replica) {
        lives.computeIfAbsent(replica, id -> new Life());
        launch(replica);
    }

    private void launch(NodeId replica) {
        Life life = lives.get(replica);
        life.state = State.STARTING;
        life.pid = Optional.empty();
        life.paused = false;
        try {
            if (life.losesDisk) {
                folder.loseDisk(replica);
            }
            supervisor.start(casting.launch(replica));
        } catch (IOException e) {
            fail.accept(replica + " could not be started: " + e.getMessage());
        }
    }

    private void started(NodeId replica, long pid) {
        Life life = lives.get(replica);
        life.pid = Optional.of(pid);
        if (life.state == State.DYING) {
            signal(life, Signal.KILL);
        } else {
            casting.started(replica);
        }
    }

    /** The replica can be used. */
    void ready(NodeId replica) {
        Life life = lives.get(replica);
        if (life.state != State.STARTING) {
            return;
        }
        String how = life.wasReady ? "ready again" : "ready";
        life.state = State.UP;
        life.wasReady = true;
        changed(replica, true, how + life.pid.map(pid -> ", pid " + pid).orElse(""));
    }

    boolean allReady() {
        return lives.values().stream().allMatch(life -> life.wasReady);
    }

    /** Whether the replica runs but cannot be used yet. */
    boolean isStarting(NodeId replica) {
        return lives.get(replica).state == State.STARTING;
    }

    boolean isRunning(NodeId replica) {
        Life life = lives.get(replica);
        return life.state == State.UP && !life.paused;
    }

    /** True unless there is nothing to kill. */
    boolean crash(NodeId replica) {
        Life life = lives.get(replica);
        if (life.state == State.DOWN || life.state == State.DYING) {
            return false;
        }
        life.state = State.DYING;
        signal(life, Signal.KILL);
        return true;
    }

    /** True unless it runs already. A process that is still dying starts again when it is gone. */
    boolean restart(NodeId replica, boolean keepsDisk) {
        Life life = lives.get(replica);
        life.losesDisk = !keepsDisk;
        if (life.state == State.DYING) {
            life.startsAgain = true;
        } else if (life.state == State.DOWN) {
            launch(replica);
        } else {
            return false;
        }
        return true;
    }

    boolean pause(NodeId replica) {
        Life life = lives.get(replica);
        boolean pauses = life.state == State.UP && !life.paused;
        if (pauses) {
            life.paused = true;
            signal(life, Signal.STOP);
        }
        return pauses;
    }

    boolean resume(NodeId replica) {
        Life life = lives.get(replica);
        boolean resumes = life.state == State.UP && life.paused;
        if (resumes) {
            life.paused = false;
            signal(life, Signal.CONT);
        }
        return resumes;
    }

    private void signal(Life life, Signal signal) {
        if (life.pid.isPresent()) {
            try {
                supervisor.signal(life.pid.get(), signal);
            } catch (IOException e) {
                fail.accept("cannot send " + signal + " to process " + life.pid.get() + ": "
                        + e.getMessage());
            }
        }
    }

    private void ended(NodeId replica, int status) {
        Life life = lives.get(replica);
        boolean asked = life.state == State.DYING;
        boolean starting = life.state == State.STARTING;
        life.state = State.DOWN;
        casting.gone(replica);
        String how = asked ? "killed" : "ended by itself with status " + status;
        changed(replica, false, closing ? "ended with the run" : how);
        if (!asked && !closing && (starting || !casting.mayEnd())) {
            fail.accept(replica + (starting ? " ended before it was ready" : " ended unasked")
                    + ", with status " + status + "; its last words: "
                    + folder.lastWords(replica));
        }
        if (life.startsAgain && !closing) {
            life.startsAgain = false;
            launch(replica);
        }
    }

    private void changed(NodeId replica, boolean up, String how) {
        ledger.record(nanos -> new TraceEvent.ProcessChanged(nanos, Endpoint.of(replica), up, how));
        casting.changed(replica, up);
    }

    /** Kills all processes and returns when they are gone. */
    @Override
    public void close() throws IOException {
        closing = true;
        supervisor.close();
    }
}
