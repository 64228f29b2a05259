package dev.weevil.engine.live;

import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.live.mailbox.Mailbox;
import dev.weevil.engine.live.proxy.Proxy;
import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.run.Plan;

import java.util.function.Consumer;

/**
 * What players need of their run.
 *
 * @param fail ends the run as failed, with a complaint
 */
record Stage(
        Plan plan,
        Keys keys,
        RunFolder folder,
        Mailbox mailbox,
        Ledger ledger,
        Proxy proxy,
        Refusals refusals,
        EventLoops loops,
        Consumer<String> fail) {}
