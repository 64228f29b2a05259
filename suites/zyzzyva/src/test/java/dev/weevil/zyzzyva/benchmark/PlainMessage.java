package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.node.Message;

/** What clients and the server that is not replicated say to each other. */
public sealed interface PlainMessage extends Message permits PlainRequest, PlainReply {}
