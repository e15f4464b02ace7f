package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where those who wait for an edition stand, from 1, by enrolment; in one query whatever their number. */
final class WaitingRanks {

    private WaitingRanks() {}

    static Map<Long, Integer> of(EntityManager em, Long editionId) {
        List<Long> waiting = em.createQuery("""
                        select e.id from Enrolment e
                         where e.edition.id = :edition and e.state = :waitlisted order by e.waitingPlace""", Long.class)
                .setParameter("edition", editionId)
                .setParameter("waitlisted", EnrolmentState.WAITLISTED)
                .getResultList();
        Map<Long, Integer> ranks = new HashMap<>();
        waiting.forEach(each -> ranks.put(each, ranks.size() + 1));
        return ranks;
    }
}
