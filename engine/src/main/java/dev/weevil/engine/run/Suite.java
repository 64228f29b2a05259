package dev.weevil.engine.run;

import java.util.List;

/** Scenarios that are run together. The command line finds suites by {@link java.util.ServiceLoader}. */
public interface Suite {

    /** As it is called on the command line: {@code zyzzyva}. */
    String name();

    /** One sentence for {@code weevil list}. */
    String describe();

    /** In the order they are run. */
    List<Scenario> scenarios();
}
