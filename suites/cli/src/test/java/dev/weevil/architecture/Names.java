package dev.weevil.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** Names that say nothing. */
final class Names {

    static final ArchRule SAY_WHAT_A_TYPE_IS = noClasses()
            .should()
            .haveNameMatching(
                    ".*(Utils?|Helpers?|Manager|Impl|Base|Factory|Service|Context)(\\$.*)?")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .because("if no noun fits, the responsibility is unclear");

    private Names() {}
}
