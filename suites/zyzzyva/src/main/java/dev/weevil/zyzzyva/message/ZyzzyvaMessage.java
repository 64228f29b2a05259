package dev.weevil.zyzzyva.message;

import dev.weevil.engine.node.Message;

/** A message of the protocol; component order is wire order (PROTOCOL.md, section 4). */
public sealed interface ZyzzyvaMessage extends Message
        permits Request,
                OrderRequest,
                SpeculativeResponse,
                Commit,
                LocalCommit,
                FillHole,
                ConfirmRequest,
                FetchBody,
                Body,
                ProofOfMisbehavior,
                OrderLog,
                Doubt,
                CheckpointVote,
                Checkpoint,
                IHateThePrimary,
                ViewChange,
                NewView,
                ViewConfirm,
                StateFetch,
                StateMeta,
                StatePage,
                Status {}
