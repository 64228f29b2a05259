package dev.weevil.checker.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The models that come with the checker, by name. */
public final class Models {

    /** The names {@link #named} accepts. */
    public static final List<String> NAMES = List.of(
            "register",
            "cas-register",
            "etcd-cas-register",
            "multi-register",
            "key-value",
            "kv-append",
            "counter",
            "set",
            "mutex",
            "fifo-queue",
            "stack",
            "priority-queue",
            "append-list",
            "bank");

    /** The state of a register, or of a key, that holds nil. */
    public static final Object NIL = Nil.NIL;

    private static final Set<String> KEY_VALUE =
            Set.of("get", "put", "append", "cas", "read", "write");

    private Models() {}

    /** {@code read} and {@code write}; an initial {@code null} is nil. */
    public static Model<Object> register(Object initial) {
        return register("register", initial, Set.of("read", "write"), ReadingRules.LITERAL);
    }

    /** {@code read}, {@code write} and {@code cas}; an initial {@code null} is nil. */
    public static Model<Object> casRegister(Object initial, ReadingRules rules) {
        return register("cas-register", initial, Set.of("read", "write", "cas"), rules);
    }

    /**
     * {@code get}, {@code put}, {@code append} and {@code cas}, each key by itself and at first without
     * a value. A failed {@code cas} is an observation. {@code append} to a string makes it longer.
     */
    public static Model<Object> keyValue() {
        return register("key-value", null, KEY_VALUE, ReadingRules.LITERAL);
    }

    private static Model<Object> register(
            String name, Object initial, Set<String> functions, ReadingRules rules) {
        return new Register(name, Nil.state(initial), functions, rules);
    }

    public static Model<?> multiRegister(Map<?, ?> initial, ReadingRules rules) {
        Map<Object, Object> registers = new HashMap<>();
        initial.forEach((key, value) -> registers.put(Nil.state(key), Nil.state(value)));
        return new MultiRegister(Map.copyOf(registers), rules);
    }

    public static Model<Long> counter(long initial) {
        return new Counter(initial);
    }

    public static Model<Boolean> mutex() {
        return new Mutex(false);
    }

    public static Model<Set<Object>> set() {
        return new Membership(Set.of());
    }

    public static Model<List<Object>> fifoQueue() {
        return new Container(Container.Discipline.FIFO, List.of());
    }

    public static Model<List<Object>> stack() {
        return new Container(Container.Discipline.LIFO, List.of());
    }

    /** The least is polled first: integers by size, anything else by its text. */
    public static Model<List<Object>> priorityQueue() {
        return new Container(Container.Discipline.LEAST_FIRST, List.of());
    }

    public static Model<List<Object>> appendList() {
        return new AppendList(List.of());
    }

    public static Model<?> bank(Map<?, ?> balances) {
        Map<Object, Long> initial = new HashMap<>();
        balances.forEach((account, balance) -> initial.put(account, whole("bank", balance)));
        return new Bank(initial);
    }

    /**
     * The model of this name.
     *
     * @param initial its first state as a value, if told: a register's value, where {@code "nil"} is
     *     none, {@code "free"} or {@code "held"}, a map of registers or balances, a collection of
     *     elements
     * @throws IllegalArgumentException where there is no such model, or it cannot begin so
     */
    public static Model<?> named(String name, Optional<Object> initial, ReadingRules rules) {
        Object first = initial.filter(value -> !value.equals("nil")).orElse(null);
        return switch (name) {
            case "register" -> register(name, first, Set.of("read", "write"), rules);
            case "cas-register" -> casRegister(first, rules);
            case "etcd-cas-register" ->
                register(name, first, Set.of("read", "write", "cas"), ReadingRules.LITERAL);
            case "multi-register" -> multiRegister(map(name, first), rules);
            case "key-value" -> register(name, first, KEY_VALUE, rules);
            case "kv-append" -> register(name, initial.isPresent() ? first : "", KEY_VALUE, rules);
            case "counter" -> counter(first == null ? 0 : whole(name, first));
            case "mutex" -> new Mutex(held(first));
            case "set" -> new Membership(Set.copyOf(elements(name, first)));
            case "fifo-queue", "queue" -> container(Container.Discipline.FIFO, first);
            case "stack" -> container(Container.Discipline.LIFO, first);
            case "priority-queue" -> container(Container.Discipline.LEAST_FIRST, first);
            case "append-list", "append-only-list" ->
                new AppendList(List.copyOf(elements(name, first)));
            case "bank" -> bank(map(name, first));
            default ->
                throw new IllegalArgumentException(
                        "no model " + name + "; expected one of " + String.join(", ", NAMES));
        };
    }

    private static Model<?> container(Container.Discipline discipline, Object first) {
        return new Container(discipline, List.copyOf(elements(discipline.name(), first)));
    }

    private static boolean held(Object first) {
        if (first == null || first.equals("free")) {
            return false;
        }
        if (first.equals("held")) {
            return true;
        }
        throw new IllegalArgumentException("a mutex is first free or held, found " + first);
    }

    private static long whole(String name, Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(name + " begins with a whole number, found " + value);
    }

    private static Map<?, ?> map(String name, Object value) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(name + " begins with a map, found " + value);
    }

    private static Collection<Object> elements(String name, Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> collection) {
            return List.copyOf(collection);
        }
        throw new IllegalArgumentException(name + " begins with a collection, found " + value);
    }
}
