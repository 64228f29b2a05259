/**
 * What proves what: seals on messages, the chain of histories, commit certificates, contradictions of
 * a primary. Pure questions about messages; this package knows no replica's state.
 */
package dev.weevil.zyzzyva.proof;
