/**
 * What replicas and clients send each other: one sealed family, inert records named as in the paper
 * (PROTOCOL.md, section 4). A message checks its shape only; whether it is valid is its receiver's
 * judgement, because an adversary must be able to build any lie. This package knows no rule.
 */
package dev.weevil.zyzzyva.message;
