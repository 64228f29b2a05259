/** The way in: Zyzzyva as a protocol that Weevil can run. */
package dev.weevil.zyzzyva;
