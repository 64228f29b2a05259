package dev.weevil.zyzzyva.settings;

/** How messages prove their origin (PROTOCOL.md, 3.1). */
public enum Authentication {
    /** Signatures: certificates and proofs convince everybody. */
    SIGN,
    /** Vectors of MACs wherever a certificate does not need a signature. */
    MAC
}
