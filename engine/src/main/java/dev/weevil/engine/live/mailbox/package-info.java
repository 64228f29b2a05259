/** The only way into what one thread owns: tasks in the order they came, and alarms. */
package dev.weevil.engine.live.mailbox;
