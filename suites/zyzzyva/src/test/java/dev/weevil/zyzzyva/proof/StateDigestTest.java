package dev.weevil.zyzzyva.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.settings.StateDigests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Equal states have equal digests, others have not, whatever was digested before (3.3). */
class StateDigestTest {

    private static final int PAGES = 17;

    private static List<Digest> pages(String... contents) {
        List<Digest> pages = new ArrayList<>(Collections.nCopies(PAGES, page("")));
        for (int i = 0; i < contents.length; i++) {
            pages.set(i, page(contents[i]));
        }
        return pages;
    }

    private static Digest page(String content) {
        return Digest.of(Payload.utf8(content));
    }

    @ParameterizedTest
    @EnumSource(StateDigests.class)
    void whatWasDigestedBeforeMakesNoDifference(StateDigests kind) {
        StateDigest old = StateDigest.by(kind);
        SplittableRandom random = new SplittableRandom(5);
        List<Digest> pages = pages();
        for (int i = 0; i < 300; i++) {
            pages.set(random.nextInt(PAGES), page("content " + random.nextInt(5)));

            assertThat(old.of(pages)).isEqualTo(StateDigest.by(kind).of(pages));
        }
    }

    @ParameterizedTest
    @EnumSource(StateDigests.class)
    void everyPageAndItsPlaceMatter(StateDigests kind) {
        StateDigest digest = StateDigest.by(kind);
        Set<Digest> found = new HashSet<>();
        for (int i = 0; i < PAGES; i++) {
            List<Digest> pages = pages();
            pages.set(i, page("a"));
            found.add(digest.of(pages));
        }
        found.add(digest.of(pages()));
        found.add(digest.of(pages("a", "b")));
        found.add(digest.of(pages("b", "a")));
        found.add(digest.of(pages().subList(0, PAGES - 1)));

        assertThat(found).hasSize(PAGES + 4);
    }

    @Test
    void aSumHashesOnlyThePagesThatChanged() {
        AdHash sum = new AdHash();
        sum.of(pages("a", "b"));
        assertThat(sum.hashed()).isEqualTo(PAGES);

        sum.of(pages("a", "c"));
        sum.of(pages("a", "c"));

        assertThat(sum.hashed()).isEqualTo(PAGES + 1);
    }

    @Test
    void theModulusIsAPrimeOf2048Bits() {
        assertThat(AdHash.MODULUS.bitLength()).isEqualTo(2048);
        assertThat(AdHash.MODULUS.isProbablePrime(40)).isTrue();
    }
}
