package dev.weevil.zyzzyva.proof;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;

import java.nio.ByteBuffer;
import java.util.List;

/** The digest of the page digests, one behind the other. */
final class MerkleDigest implements StateDigest {

    @Override
    public Digest of(List<Digest> pages) {
        ByteBuffer bytes = ByteBuffer.allocate(pages.size() * Digest.LENGTH);
        pages.forEach(page -> page.writeTo(bytes));
        return Digest.of(Payload.wrap(bytes.array()));
    }
}
