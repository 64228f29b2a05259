/**
 * Who said it: signatures and vectors of message authentication codes behind one port, in three
 * schemes (symbolic for search, HMAC, Ed25519).
 */
package dev.weevil.engine.authentication;
