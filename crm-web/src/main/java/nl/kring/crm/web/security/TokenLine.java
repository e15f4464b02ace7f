package nl.kring.crm.web.security;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.security.ApiToken;

/**
 * A key in the list of its owner.
 *
 * @param organisation code of the organisation that it works for, null when it works for its owner
 */
public record TokenLine(
        UUID uuid, String name, String organisation, Instant createdAt, Instant lastUsedAt, Instant revokedAt)
        implements Serializable {

    static TokenLine of(ApiToken token, String organisation) {
        return new TokenLine(
                token.getUuid(),
                token.getName(),
                organisation,
                token.getCreatedAt(),
                token.getLastUsedAt(),
                token.getRevokedAt());
    }
}
