package nl.kring.crm.enrolment;

import java.util.Set;
import nl.kring.crm.registry.Profession;

/**
 * What decides which seats somebody may have.
 *
 * @param profession or null
 * @param memberOf the organisations that he or she, or the practice where he or she works, belongs to today
 * @param member whether an organiser of the course is among them
 */
record Standing(Profession profession, Set<Long> memberOf, boolean member) {

    /** Of somebody of whom nothing else is asked. */
    static Standing of(Profession profession) {
        return new Standing(profession, Set.of(), false);
    }
}
