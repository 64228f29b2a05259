package dev.weevil.checker.verdict;

/**
 * How far a checker looked.
 *
 * @param steps transitions of the model that were tried; what an engine without a search counts as
 *     one, an operation
 * @param configurations distinct points of the search that were remembered
 * @param decided how many independent parts of the history have an answer
 * @param parts how many there are
 */
public record Explored(long steps, long configurations, int decided, int parts) {

    public static final Explored NOTHING = new Explored(0, 0, 0, 0);

    public Explored plus(Explored other) {
        return new Explored(
                steps + other.steps,
                configurations + other.configurations,
                decided + other.decided,
                parts + other.parts);
    }
}
