package dev.weevil.engine.cluster;

/** A replicated system that Weevil can run: our own nodes, or somebody else's processes. */
public interface SystemUnderTest {

    /** As it is called on the command line: lower case, {@code zyzzyva}. */
    String name();

    LinkModel linkModel();
}
