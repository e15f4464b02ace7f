package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.registry.Profession;

/** The quotas of an edition as rows. */
final class QuotaRows {

    private QuotaRows() {}

    /** As they are now, in their order. The caller holds the row lock of the seats. */
    static List<SeatQuota> current(EntityManager em, Long editionId) {
        List<SeatQuota> found = em.createQuery(
                        "select q from SeatQuota q where q.editionId = :edition order by q.position", SeatQuota.class)
                .setParameter("edition", editionId)
                .getResultList();
        found.forEach(em::refresh);
        return found;
    }

    /** Others than before: whoever has a seat is counted anew, in the order of enrolling. The caller holds the row lock. */
    static void replace(EntityManager em, Edition edition, List<SeatQuota> quotas, Standings standings) {
        em.flush();
        em.createQuery("update Enrolment e set e.quotaId = null where e.edition = :edition and e.quotaId is not null")
                .setParameter("edition", edition)
                .executeUpdate();
        em.createQuery("update SeatReservation r set r.quotaId = null where r.edition = :edition")
                .setParameter("edition", edition)
                .executeUpdate();
        em.createQuery("delete from SeatQuota q where q.editionId = :edition")
                .setParameter("edition", edition.getId())
                .executeUpdate();
        quotas.forEach(em::persist);
        em.flush();
        if (quotas.isEmpty()) {
            return;
        }
        List<Object[]> seated = em.createQuery("""
                        select e.id, e.person.id, e.person.profession from Enrolment e
                         where e.edition = :edition and e.state in :seated and e.extra = false order by e.id""", Object[].class)
                .setParameter("edition", edition)
                .setParameter("seated", EnrolmentState.SEATED)
                .getResultList();
        Map<Long, Standing> who =
                standings.of(seated.stream().map(row -> (Long) row[1]).toList(), edition.getCourse());
        for (Object[] row : seated) {
            SeatQuota quota =
                    SeatPlan.quotaFor(quotas, who.getOrDefault((Long) row[1], Standing.of((Profession) row[2])));
            if (quota != null && quota.hasRoom()) {
                quota.take();
                em.createQuery("update Enrolment e set e.quotaId = :quota where e.id = :id")
                        .setParameter("quota", quota.getId())
                        .setParameter("id", row[0])
                        .executeUpdate();
            }
        }
        for (SeatReservation reserved : ReservedSeats.open(em, edition)) {
            em.refresh(reserved);
            SeatQuota quota = SeatPlan.quotaFor(
                    quotas, standings.at(reserved.getPracticeId(), reserved.getProfession(), edition.getCourse()));
            if (quota != null && quota.hasRoom()) {
                quota.take();
                reserved.count(quota);
            }
        }
        em.flush();
    }
}
