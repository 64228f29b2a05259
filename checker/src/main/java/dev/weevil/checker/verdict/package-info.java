/** What a checker answers, with what it saw and how far it looked. Judges nothing itself. */
package dev.weevil.checker.verdict;
