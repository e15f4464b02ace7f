package nl.kring.crm.security;

import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.Test;

/** Who gets a key for programs. */
class ApiTokensTest {

    @Test
    void who_came_by_a_mailed_link_gets_no_key_whatever_page_asks_for_it() {
        assertThatThrownBy(() -> tokens(true).issue("proef"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("sign-in-link-password"));
        assertThatThrownBy(() -> tokens(false).issue(""))
                .as("who signed in with a password is only asked for a name")
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("token-needs-name"));
    }

    private static ApiTokens tokens(boolean byLink) {
        return wired(new ApiTokens(), new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(new Identity(
                        1L, UUID.randomUUID(), "a@example.nl", "A", "nl", 1L, null, Set.of(Role.PROFESSIONAL)));
            }

            @Override
            public boolean cameByLink() {
                return byLink;
            }
        });
    }
}
