package nl.kring.crm.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.kring.crm.workbench.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody wants to be told beside what he or she must know. */
class NotificationChoicesTest {

    private Office jansen;
    private Long jansenId;
    private Long otherId;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        UUID person = Office.person("Jansen");
        jansen = Office.professional(person, "jansen@voorbeeld.nl");
        jansenId = id(person);
        UUID other = Office.person("Pietersen");
        Office.professional(other, "pietersen@voorbeeld.nl");
        otherId = id(other);
    }

    @Test
    void who_says_nothing_is_reminded() {
        assertThat(jansen.ask(NotificationChoices.class, NotificationChoices::reminders))
                .isTrue();
        assertThat(without()).isEmpty();
    }

    @Test
    void who_says_no_is_not_reminded() {
        jansen.tell(NotificationChoices.class, all -> all.remind(false));

        assertThat(jansen.ask(NotificationChoices.class, NotificationChoices::reminders))
                .isFalse();
        assertThat(without()).containsExactly(jansenId);
        assertThat(Office.value("select action || ' ' || detail from crm.audit_entry order by id desc limit 1"))
                .isEqualTo("notifications.chosen reminders false");
    }

    @Test
    void who_says_yes_again_is_reminded_again() {
        jansen.tell(NotificationChoices.class, all -> all.remind(false));
        jansen.tell(NotificationChoices.class, all -> all.remind(true));

        assertThat(without()).isEmpty();
    }

    @Test
    void who_was_merged_takes_the_choice_along() {
        jansen.tell(NotificationChoices.class, all -> all.remind(false));
        Office.run("update crm.person set merged_into_id = " + otherId + " where id = " + jansenId);

        assertThat(without()).containsExactly(otherId);
    }

    private List<Long> without() {
        return List.copyOf(
                jansen.ask(NotificationChoices.class, all -> all.withoutReminders(List.of(jansenId, otherId))));
    }

    private static Long id(UUID person) {
        return Long.valueOf(Office.value("select id from crm.person where uuid = '" + person + "'"));
    }
}
