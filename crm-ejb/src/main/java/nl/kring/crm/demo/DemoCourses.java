package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.Profession;

/** Fictitious courses of all organisations over the coming months, all of them in the agenda. */
@Dependent
class DemoCourses {

    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(13, 30);
    private static final LocalTime WEBINAR = LocalTime.of(20, 0);

    private static final Set<Profession> DOCTORS = Set.of(Profession.GP, Profession.LOCUM_GP, Profession.GP_TRAINEE);
    private static final Set<Profession> PRACTICE = Set.of(
            Profession.GP, Profession.LOCUM_GP, Profession.PN_SOMATIC, Profession.PN, Profession.DOCTORS_ASSISTANT);
    private static final Set<Profession> CLINICAL =
            Set.of(Profession.GP, Profession.LOCUM_GP, Profession.NURSE_SPECIALIST, Profession.PHYSICIAN_ASSISTANT);
    private static final Set<Profession> CHRONIC = Set.of(Profession.GP, Profession.PN_SOMATIC, Profession.PN);

    @Inject
    private Accreditations accreditations;

    @Inject
    private Courses courses;

    @Inject
    private Clock clock;

    @Inject
    private DemoPrices prices;

    void plan() {
        publish("WDH", "Reanimatie en AED, herhaling", CourseKind.SKILLS, PRACTICE, 2, 0, EVENING, 180, 1, 12, 9500);
        publish("WDH", "CASPIR: astma en COPD", CourseKind.PROGRAMME, CHRONIC, 5, 1, MORNING, 240, 3, 24, 42500);
        publish("WDH", "De vrouw en de hormonen", CourseKind.TRAINING, CLINICAL, 3, 2, EVENING, 180, 1, 40, 7500);
        publish("FEA", "Enkel-armindex meten", CourseKind.SKILLS, PRACTICE, 4, 3, AFTERNOON, 120, 1, 10, 4500);
        publish(
                "WDH",
                "Tweedaagse huisarts en specialist",
                CourseKind.PROGRAMME,
                DOCTORS,
                12,
                3,
                MORNING,
                360,
                2,
                60,
                39500);
        publish(
                "CHPA",
                "Triage: thoracale klachten",
                CourseKind.SKILLS,
                Set.of(Profession.TRIAGE_ASSISTANT, Profession.DOCTORS_ASSISTANT),
                3,
                1,
                EVENING,
                180,
                1,
                16,
                0);
        publish("SHT", "ABCDE en spoed op de post", CourseKind.SKILLS, CLINICAL, 4, 2, AFTERNOON, 240, 1, 2, 11000);
        publish(
                "THOON",
                "Diabetes: insuline in de eerste lijn",
                CourseKind.PROGRAMME,
                CHRONIC,
                6,
                2,
                EVENING,
                180,
                2,
                24,
                15000);
        publish(
                "THOON",
                "Cardiovasculair risicomanagement, update",
                CourseKind.WEBINAR,
                Set.of(Profession.GP, Profession.PN_SOMATIC, Profession.PHARMACIST),
                2,
                2,
                WEBINAR,
                90,
                1,
                250,
                0);
        publish(
                "FEA",
                "Kwetsbare ouderen: medicatiebeoordeling",
                CourseKind.TRAINING,
                Set.of(Profession.GP, Profession.PHARMACIST, Profession.PN),
                7,
                1,
                EVENING,
                180,
                1,
                30,
                5000);
        publish(
                "FEA",
                "Palliatieve zorg in de wijk (PaTz)",
                CourseKind.PEER_REVIEW,
                Set.of(Profession.GP, Profession.NURSE),
                5,
                3,
                LocalTime.of(16, 0),
                90,
                6,
                12,
                0);
        publish(
                "WDH",
                "Suïcidepreventie voor de POH-GGZ",
                CourseKind.TRAINING,
                Set.of(Profession.PN_MENTAL, Profession.GP),
                8,
                4,
                MORNING,
                360,
                1,
                18,
                22500);
        publish(
                "LHV",
                "Erkend kwaliteitsconsulent, basis",
                CourseKind.PROGRAMME,
                DOCTORS,
                10,
                3,
                MORNING,
                360,
                2,
                14,
                55000);
        publish(
                "LHV",
                "Erkend kwaliteitsconsulent, vervolg",
                CourseKind.TRAINING,
                DOCTORS,
                16,
                3,
                AFTERNOON,
                240,
                1,
                14,
                19500);
        publish(
                "THOON",
                "Farmacotherapeutisch overleg: pijn",
                CourseKind.PEER_REVIEW,
                Set.of(Profession.GP, Profession.PHARMACIST),
                3,
                0,
                LocalTime.of(17, 30),
                90,
                1,
                15,
                0);
        publish(
                "FEA",
                "Lean: processen en waardestroomanalyse",
                CourseKind.WEBINAR,
                Set.of(),
                4,
                1,
                WEBINAR,
                90,
                1,
                50,
                0);
        publish("FEA", "Lean: voorraadbeheer", CourseKind.WEBINAR, Set.of(), 6, 1, WEBINAR, 90, 1, 50, 0);
        publish(
                "THOON",
                "Masterclass waardegedreven zorg",
                CourseKind.TRAINING,
                Set.of(),
                9,
                4,
                AFTERNOON,
                240,
                1,
                25,
                17500);
        publish(
                "CHPA",
                "Meldcode kindermishandeling",
                CourseKind.E_LEARNING,
                Set.of(),
                1,
                0,
                MORNING,
                120,
                1,
                500,
                2500);
        publish(
                "THOON",
                "Regioavond leefstijl (GLI)",
                CourseKind.TRAINING,
                Set.of(Profession.DIETITIAN, Profession.PHYSIOTHERAPIST, Profession.GP),
                5,
                2,
                EVENING,
                120,
                1,
                80,
                0);
        publish(
                "SHT",
                "Samenwerken met het sociaal domein",
                CourseKind.TRAINING,
                PRACTICE,
                6,
                3,
                EVENING,
                120,
                1,
                3,
                0);
        prices.setUp();
    }

    /** So many sessions of so many minutes, a week apart, from so many weeks ahead on that day (0 is Monday). */
    private void publish(
            String organisation,
            String title,
            CourseKind kind,
            Set<Profession> audience,
            int weeks,
            int day,
            LocalTime at,
            int minutes,
            int meetings,
            int capacity,
            int priceCents) {
        LocalDate first = LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM)
                .plusWeeks(weeks)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.of(day + 1)));
        List<PlannedSession> sessions = new ArrayList<>();
        for (int meeting = 0; meeting < meetings; meeting++) {
            var start = first.plusWeeks(meeting).atTime(at);
            sessions.add(PlannedSession.local(null, start, start.plusMinutes(minutes)));
        }
        boolean online = kind == CourseKind.WEBINAR || kind == CourseKind.E_LEARNING;
        UUID edition = accreditations.plan(
                new PlannedCourse(
                        organisation,
                        title,
                        "Voorbeeld: deze nascholing is verzonnen en wordt niet echt gegeven.",
                        kind,
                        audience,
                        sessions,
                        online ? null : "De Demozaal (verzonnen)",
                        online ? null : placeOf(organisation),
                        online ? "https://webinar.example.nl/" + title.hashCode() : null,
                        capacity,
                        null,
                        priceCents,
                        true,
                        AmsterdamTime.toInstant(first.minusDays(1).atTime(12, 0))),
                pointsOf(audience, minutes * meetings));
        courses.move(edition, EditionMove.OPEN_ENROLMENT);
    }

    private static String placeOf(String organisation) {
        return switch (organisation) {
            case "FEA", "CHPA" -> "Almelo";
            case "SHT" -> "Enschede";
            default -> "Hengelo";
        };
    }

    /** One point an hour in the register of everybody for whom it is meant. */
    private static Map<String, BigDecimal> pointsOf(Set<Profession> audience, int minutes) {
        BigDecimal hours = BigDecimal.valueOf(minutes / 30 * 5L, 1);
        Map<String, BigDecimal> points = new HashMap<>();
        if (audience.isEmpty() || audience.contains(Profession.GP)) {
            points.put("RGS-HA", hours);
        }
        if (audience.contains(Profession.PN_SOMATIC) || audience.contains(Profession.PN)) {
            points.put("NVVPO-KR", hours);
        }
        if (audience.contains(Profession.DOCTORS_ASSISTANT)) {
            points.put("KABIZ-DA", hours);
        }
        if (audience.contains(Profession.TRIAGE_ASSISTANT)) {
            points.put("TRIAGE", hours);
        }
        if (audience.contains(Profession.PHARMACIST)) {
            points.put("SRC-OF", hours);
        }
        if (audience.contains(Profession.PN_MENTAL)) {
            points.put("LVPOHGGZ-KR", hours);
        }
        return points;
    }
}
