package dev.weevil.checker.serializability;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.History;
import dev.weevil.checker.history.Interval;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The transactions of a finding as operations, in the form that all checkers show them in. */
record Culprits(History history, Transactions store) {

    List<Operation> of(Finding finding) {
        List<Operation> operations = new ArrayList<>();
        for (Finding.Participant participant : finding.transactions()) {
            operations.add(operation(transaction(participant.event())));
        }
        return operations;
    }

    private int transaction(int event) {
        int t = 0;
        while (store.event[t] != event) {
            t++;
        }
        return t;
    }

    private Operation operation(int t) {
        int invoked = Math.max(0, store.invoked[t]);
        int returned = store.isOk(t) ? store.completed[t] : Interval.OPEN;
        Object asked = history.events().get(store.event[t]).value();
        Call call = store.isOk(t)
                ? Call.ok("txn", asked, history.events().get(returned).value())
                : new Call("txn", asked, outcome(t), null);
        return new Operation(
                t, store.process[t], Optional.empty(), call, new Interval(invoked, returned));
    }

    private Outcome outcome(int t) {
        return store.status[t] == Transactions.FAILED ? Outcome.FAIL : Outcome.INFO;
    }
}
