package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.attendance.AttendanceRecorded;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.Profession;

/**
 * Evenings that were held, one of tonight, and all that follows from them: who was there, certificates, deliveries, evaluations,
 * dossiers. The courses are planned as everybody plans them; what happened at them before today is told by {@code evenings.sql}, and
 * the ledger works out by itself what it was worth.
 */
@Dependent
class DemoEvenings {

    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final int MINUTES = 150;
    private static final Set<Profession> DOCTORS_AND_SUPPORT = Set.of(
            Profession.GP, Profession.LOCUM_GP, Profession.PN_SOMATIC, Profession.PN, Profession.DOCTORS_ASSISTANT);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accreditations accreditations;

    @Inject
    private Clock clock;

    @Inject
    private Event<AttendanceRecorded> recorded;

    @Transactional
    void hold() {
        plan("WDH", "Palliatieve sedatie en euthanasie", 140, 0, Map.of("RGS-HA", "3.0"));
        plan(
                "FEA",
                "Motiverende gespreksvoering",
                70,
                0,
                Map.of("RGS-HA", "2.5", "NVVPO-KR", "2.5", "LVPOHGGZ-KR", "2.5"));
        plan("FEA", "Hartfalen in de eerste lijn", 42, 0, Map.of("RGS-HA", "2.5", "NVVPO-KR", "2.5"));
        plan(
                "FEA",
                "Depressie en slaap bij ouderen",
                7,
                4500,
                Map.of("RGS-HA", "2.5", "NVVPO-KR", "2.5", "LVPOHGGZ-KR", "2.5"));
        plan("FEA", "Sepsis vroeg herkennen", 0, 0, Map.of("RGS-HA", "2.5", "NVVPO-KR", "2.5"));
        em.flush();
        DemoScript.tell(em, clock, "evenings.sql");
        em.createQuery(
                        "select e.id from Edition e where e.startsAt < :now and e.course.title <> 'Sepsis vroeg herkennen'",
                        Long.class)
                .setParameter("now", clock.instant())
                .getResultList()
                .forEach(edition -> recorded.fire(new AttendanceRecorded(edition)));
        DemoScript.tell(em, clock, "certificates.sql");
        DemoScript.tell(em, clock, "past.sql");
    }

    private void plan(String organisation, String title, int daysAgo, int priceCents, Map<String, String> points) {
        var starts = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM))
                .minusDays(daysAgo)
                .atTime(EVENING);
        Set<Profession> audience = new HashSet<>(DOCTORS_AND_SUPPORT);
        audience.add(Profession.PN_MENTAL);
        accreditations.plan(
                new PlannedCourse(
                        organisation,
                        title,
                        "Voorbeeld: deze nascholing is verzonnen en is niet echt gegeven.",
                        CourseKind.TRAINING,
                        audience,
                        List.of(PlannedSession.local(null, starts, starts.plusMinutes(MINUTES))),
                        "De Demozaal (verzonnen)",
                        organisation.equals("WDH") ? "Hengelo" : "Almelo",
                        null,
                        30,
                        null,
                        priceCents,
                        true,
                        null),
                points.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> new BigDecimal(each.getValue()))));
    }
}
