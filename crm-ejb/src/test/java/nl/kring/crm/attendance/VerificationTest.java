package nl.kring.crm.attendance;

import static nl.kring.crm.attendance.EveningFixture.AFTERWARDS;
import static nl.kring.crm.attendance.EveningFixture.FIRST_EVENING;
import static nl.kring.crm.attendance.EveningFixture.staffOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a stranger is told who checks the code on a paper. */
class VerificationTest {

    private static EveningFixture kring;
    private static EveningFixture.Edition edition;

    @BeforeAll
    static void start() throws Exception {
        kring = new EveningFixture();
        edition = kring.edition("CASPIR", FIRST_EVENING);
        for (String name : List.of("Anna Aalders", "Bram de Boer", "Carla Crans")) {
            kring.confirmed(edition, kring.person(name, "GP"));
        }
        kring.as(staffOf(kring.wdh)).at(AFTERWARDS);
        kring.attendances(a -> a.presentAll(edition.uuid()));
        kring.certificates(c -> c.issue(edition.uuid()));
    }

    @AfterAll
    static void stop() throws Exception {
        kring.close();
    }

    @Test
    void a_genuine_code_is_valid() {
        Verification found = verify(of("Anna Aalders").getCode()).orElseThrow();
        assertThat(found.revoked()).isFalse();
        assertThat(found.corrected()).isFalse();
        assertThat(found.personName()).isEqualTo("Anna Aalders");
    }

    @Test
    void a_forged_code_is_refused_wherever_a_character_is_changed() {
        String code = of("Anna Aalders").getCode();
        for (int place = 0; place < code.length(); place++) {
            if (code.charAt(place) != '-') {
                char other = code.charAt(place) == '7' ? '8' : '7';
                assertThat(verify(code.substring(0, place) + other + code.substring(place + 1)))
                        .isEmpty();
            }
        }
        assertThat(verify(code.substring(0, code.length() - 1))).isEmpty();
        assertThat(verify(code + "7")).isEmpty();
        assertThat(verify("%")).isEmpty();
        assertThat(verify("")).isEmpty();
    }

    @Test
    void a_code_of_somebody_else_shows_whose_it_is() {
        assertThat(verify(of("Bram de Boer").getCode()).orElseThrow().personName())
                .isEqualTo("Bram de Boer");
    }

    @Test
    void one_that_was_withdrawn_says_since_when_and_not_why() {
        Certificate withdrawn = of("Bram de Boer");
        kring.certificates(c -> {
            c.revoke(withdrawn.getUuid(), "Vertrok in de pauze");
            return null;
        });
        Verification found = verify(withdrawn.getCode()).orElseThrow();
        assertThat(found.revoked()).isTrue();
        assertThat(found.revokedAt()).isEqualTo(AFTERWARDS);
        assertThat(found.toString()).doesNotContain("pauze");
    }

    @Test
    void one_that_was_corrected_names_the_code_that_took_its_place() {
        Certificate old = of("Carla Crans");
        kring.sql("update crm.person set display_name = 'Carla Krans' where display_name = 'Carla Crans'");
        kring.reissues(r -> r.reissue(edition.uuid(), List.of(old.getUuid())));
        Verification found = verify(old.getCode()).orElseThrow();
        assertThat(found.corrected()).isTrue();
        assertThat(verify(found.replacedByCode()).orElseThrow().personName()).isEqualTo("Carla Krans");
        kring.sql("update crm.person set display_name = 'Carla Crans' where display_name = 'Carla Krans'");
    }

    private static Certificate of(String name) {
        return kring.certificates(c -> c.of(edition.uuid())).stream()
                .filter(one -> one.getPersonName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Verification> verify(String code) {
        return kring.certificates(c -> c.verify(code));
    }
}
