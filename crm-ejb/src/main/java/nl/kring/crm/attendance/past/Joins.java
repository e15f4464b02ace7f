package nl.kring.crm.attendance.past;

import jakarta.persistence.EntityManager;

/**
 * How the database joins thousands of rows that it has just been given and knows nothing of: it would take them for a handful, and walk
 * for each through everybody. For statements of a job, within its transaction.
 */
final class Joins {

    private Joins() {}

    /** By hashing or sorting, not by walking. */
    static void inSets(EntityManager em) {
        loops(em, "off");
    }

    /** As the database likes, where each row is found by an index. */
    static void asUsual(EntityManager em) {
        loops(em, "on");
    }

    private static void loops(EntityManager em, String allowed) {
        em.createNativeQuery("select set_config('enable_nestloop', :allowed, true)")
                .setParameter("allowed", allowed)
                .getSingleResult();
    }
}
