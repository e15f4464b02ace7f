package nl.kring.crm.governance;

import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.security.Role;
import nl.kring.crm.workbench.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the register says of somebody, for himself or herself. */
class OwnDataTest {

    private UUID person;
    private Office jansen;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        person = Office.knows(FEA, Office.person("Jansen"), "1");
        jansen = Office.professional(person, "jansen@voorbeeld.nl");
    }

    @Test
    void everybody_sees_himself_and_nobody_else() {
        Office other = Office.professional(Office.knows(THOON, Office.person("Pietersen"), "2"), "p@voorbeeld.nl");

        assertThat(jansen.ask(OwnData.class, OwnData::mine).uuid()).isEqualTo(person);
        assertThat(other.ask(OwnData.class, OwnData::mine).displayName()).isEqualTo("Pietersen");
    }

    @Test
    void what_an_organisation_keeps_to_itself_is_not_shown() {
        Office.run("update crm.source_record set mobile = '+31612345678', private_fields = '{mobile}'");

        assertThat(jansen.ask(OwnData.class, OwnData::mine).contacts()).isEmpty();
    }

    @Test
    void what_somebody_calls_wrong_becomes_a_task_of_the_steward() {
        jansen.tell(OwnData.class, own -> own.report(" Ik werk nu in   Goor "));

        assertThat(Office.value(
                        "select organisation_id || ' ' || title || ' ' || due_on || ' ' || subject_uuid from crm.task"))
                .isEqualTo("1 Klopt niet, zegt Jansen: Ik werk nu in Goor 2026-09-15 " + person);
        assertThat(Office.value("select action || ' ' || subject_uuid from crm.audit_entry order by id desc limit 1"))
                .isEqualTo("person.reported " + person);
    }

    @Test
    void it_changes_nothing_by_itself() {
        String before = Office.value("select p::text from crm.person p");

        jansen.tell(OwnData.class, own -> own.report("Mijn naam is Janssen"));

        assertThat(Office.value("select p::text from crm.person p")).isEqualTo(before);
        assertThat(Office.value("select count(*) from crm.statement")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "mijn bsn is 123456782", "a\u0000b"})
    void what_says_nothing_or_too_much_is_refused(String what) {
        assertThatThrownBy(() -> jansen.tell(OwnData.class, own -> own.report(what)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> jansen.tell(OwnData.class, own -> own.report("x".repeat(OwnData.LONGEST + 1))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void who_is_looked_after_by_nobody_is_told_so() {
        Office alone = Office.professional(Office.person("Alleen"), "alleen@voorbeeld.nl");

        assertThatThrownBy(() -> alone.tell(OwnData.class, own -> own.report("Klopt niet")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, no -> assertThat(no.code()).isEqualTo("own-data-nobody"));
    }

    @Test
    void only_professionals_have_data_of_their_own() {
        for (var method : OwnData.class.getDeclaredMethods()) {
            if (method.getName().matches("mine|report")) {
                assertThat(method.getAnnotation(RolesAllowed.class).value()).containsExactly(Role.PROFESSIONALS);
            }
        }
    }
}
