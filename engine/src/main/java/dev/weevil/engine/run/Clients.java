package dev.weevil.engine.run;

import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the history of the correct clients from a trace. */
public final class Clients {

    private final Trace trace;
    private final Map<NodeId, Integer> processes = new TreeMap<>();
    private final List<HistoryEvent> events = new ArrayList<>();

    private Clients(Trace trace) {
        this.trace = trace;
    }

    /**
     * What the correct clients of the run saw. A client is one process until an operation of it ends
     * unknown; what it does then is a new process's, since the old operation may yet take effect.
     */
    public static History history(Trace trace) {
        Clients reading = new Clients(trace);
        trace.events().forEach(reading::read);
        return new History(reading.events);
    }

    private void read(TraceEvent event) {
        if (event instanceof TraceEvent.Invoked invoked && isCorrect(invoked.client())) {
            events.add(invocation(invoked.nanos(), invoked.client(), invoked.invocation()));
        } else if (event instanceof TraceEvent.Completed done && isCorrect(done.client())) {
            events.add(invocation(done.nanos(), done.client(), done.invocation())
                    .completed(
                            done.outcome().type(),
                            done.nanos(),
                            done.outcome().value(),
                            done.outcome().note()));
            if (done.outcome().type() == HistoryEvent.Type.INFO) {
                int clients = trace.header().membership().clients();
                processes.merge(
                        done.client(), done.client().index() + clients, (old, x) -> old + clients);
            }
        }
    }

    private boolean isCorrect(NodeId client) {
        return !trace.header().corrupted().contains(client);
    }

    private HistoryEvent invocation(long nanos, NodeId client, Invocation invocation) {
        int process = processes.getOrDefault(client, client.index());
        return HistoryEvent.invoke(
                nanos, process, invocation.function(), invocation.key(), invocation.value());
    }
}
