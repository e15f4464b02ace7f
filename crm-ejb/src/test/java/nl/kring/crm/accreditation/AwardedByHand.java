package nl.kring.crm.accreditation;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.Course;

/** What staff say that a course is worth, as its form hands it in. */
public final class AwardedByHand {

    private AwardedByHand() {}

    public static void say(EntityManager em, UUID edition, String scheme, BigDecimal points) {
        new Awards(em)
                .award(
                        em.createQuery("select e.course from Edition e where e.uuid = :uuid", Course.class)
                                .setParameter("uuid", edition)
                                .getSingleResult(),
                        Map.of(scheme, points));
    }
}
