package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;

import java.util.List;

/** What the functions of a register do. */
enum RegisterFunction {
    READ,
    WRITE,
    CAS,
    OTHER;

    /** By the ids of a history's functions. */
    static RegisterFunction[] of(Operations operations) {
        List<String> names = operations.functions();
        RegisterFunction[] functions = new RegisterFunction[names.size()];
        for (int id = 0; id < functions.length; id++) {
            functions[id] = switch (names.get(id)) {
                case "read", "get" -> READ;
                case "write", "put" -> WRITE;
                case "cas" -> CAS;
                default -> OTHER;
            };
        }
        return functions;
    }
}
