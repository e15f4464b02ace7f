package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnrolmentPolicyTest {

    private static final Instant START = Instant.parse("2026-11-24T18:00:00Z");
    private static final Instant CLOSES = START.minus(Duration.ofDays(7));

    /** What a GP asks for who may enrol; each case changes one thing. */
    private static final class ARequest {
        private EditionState state = EditionState.OPEN;
        private Instant enrolUntil = CLOSES;
        private boolean waitingList = true;
        private Set<Profession> audience = EnumSet.of(Profession.GP, Profession.LOCUM_GP);
        private Profession profession = Profession.GP;
        private boolean onBehalf;
        private boolean alreadyEnrolled;
        private boolean full;
        private Instant now = CLOSES.minusSeconds(1);

        EnrolmentPolicy.Request made() {
            return new EnrolmentPolicy.Request(
                    state, enrolUntil, START, waitingList, audience, profession, onBehalf, alreadyEnrolled, full, now);
        }
    }

    private interface Change {
        void on(ARequest request);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("a draft", r -> r.state = EditionState.CONCEPT, EnrolmentRefused.NotPublished.class),
                refused(
                        "a cancelled edition",
                        r -> r.state = EditionState.CANCELLED,
                        EnrolmentRefused.NotPublished.class),
                refused(
                        "an announced edition",
                        r -> r.state = EditionState.PUBLISHED,
                        EnrolmentRefused.NotOpenYet.class),
                refused("a closed edition", r -> r.state = EditionState.CLOSED, EnrolmentRefused.Closed.class),
                refused("what was held", r -> r.state = EditionState.HELD, EnrolmentRefused.Closed.class),
                refused("at the moment it closes", r -> r.now = CLOSES, EnrolmentRefused.Closed.class),
                refused(
                        "staff, after it closed",
                        r -> {
                            r.onBehalf = true;
                            r.now = CLOSES.plusSeconds(1);
                        },
                        EnrolmentRefused.Closed.class),
                refused(
                        "at the start, without a closing date",
                        r -> {
                            r.enrolUntil = null;
                            r.now = START;
                        },
                        EnrolmentRefused.Closed.class),
                refused(
                        "a closing date after the start does not keep it open",
                        r -> {
                            r.enrolUntil = START.plusSeconds(3600);
                            r.now = START;
                        },
                        EnrolmentRefused.Closed.class),
                refused(
                        "a walk-in by himself or herself",
                        r -> r.now = START.plusSeconds(60),
                        EnrolmentRefused.Closed.class),
                refused(
                        "a walk-in whom staff bring a second before the start",
                        r -> {
                            r.onBehalf = true;
                            r.state = EditionState.CLOSED;
                            r.now = START.minusSeconds(1);
                        },
                        EnrolmentRefused.Closed.class),
                refused(
                        "a walk-in whom staff remember when all is archived",
                        r -> {
                            r.onBehalf = true;
                            r.state = EditionState.ARCHIVED;
                            r.now = START.plusSeconds(60);
                        },
                        EnrolmentRefused.Closed.class),
                refused("enrolled before", r -> r.alreadyEnrolled = true, EnrolmentRefused.AlreadyEnrolled.class),
                refused(
                        "another profession",
                        r -> r.profession = Profession.PHARMACIST,
                        EnrolmentRefused.OutsideAudience.class),
                refused("an unknown profession", r -> r.profession = null, EnrolmentRefused.OutsideAudience.class),
                refused(
                        "full without a waiting list",
                        r -> {
                            r.full = true;
                            r.waitingList = false;
                        },
                        EnrolmentRefused.Full.class));
    }

    static Stream<Arguments> allowed() {
        return Stream.of(
                allowed("a GP in time", r -> {}),
                allowed("a second before the start, without a closing date", r -> {
                    r.enrolUntil = null;
                    r.now = START.minusSeconds(1);
                }),
                allowed("anybody, when it is for everybody", r -> {
                    r.audience = EnumSet.noneOf(Profession.class);
                    r.profession = null;
                }),
                allowed("staff for somebody outside the audience", r -> {
                    r.onBehalf = true;
                    r.profession = Profession.PHARMACIST;
                }),
                allowed("a walk-in whom staff bring at the start", r -> {
                    r.onBehalf = true;
                    r.now = START;
                }),
                allowed("a walk-in at a course whose enrolment is closed", r -> {
                    r.onBehalf = true;
                    r.state = EditionState.CLOSED;
                    r.now = START.plusSeconds(60);
                }),
                allowed("a walk-in whom staff remember the day after", r -> {
                    r.onBehalf = true;
                    r.state = EditionState.HELD;
                    r.now = START.plus(Duration.ofDays(1));
                }),
                allowed("full with a waiting list", r -> r.full = true),
                allowed("without a waiting list while a seat is free", r -> r.waitingList = false));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void who_may_not_enrol_hears_the_one_reason(Change change, Class<? extends EnrolmentRefused> reason) {
        assertThat(EnrolmentPolicy.refusal(changed(change))).get().isExactlyInstanceOf(reason);
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void who_may_enrol_meets_no_rule(Change change) {
        assertThat(EnrolmentPolicy.refusal(changed(change))).isEmpty();
    }

    @Test
    void every_rule_stands_in_the_list_once() {
        assertThat(EnrolmentPolicy.RULES)
                .containsExactlyInAnyOrder(
                        EnrolmentPolicy.EDITION_IS_PUBLISHED,
                        EnrolmentPolicy.ENROLMENT_HAS_BEGUN,
                        EnrolmentPolicy.ENROLMENT_IS_OPEN,
                        EnrolmentPolicy.ONE_ENROLMENT_A_PERSON,
                        EnrolmentPolicy.PERSON_IS_OF_THE_AUDIENCE,
                        EnrolmentPolicy.A_SEAT_OR_A_WAITING_LIST);
    }

    private static EnrolmentPolicy.Request changed(Change change) {
        ARequest request = new ARequest();
        change.on(request);
        return request.made();
    }

    private static Arguments refused(String name, Change change, Class<? extends EnrolmentRefused> reason) {
        return arguments(named(name, change), reason);
    }

    private static Arguments allowed(String name, Change change) {
        return arguments(named(name, change));
    }
}
