package nl.kring.crm.api.security;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.security.ApiToken;
import nl.kring.crm.security.ApiTokens;

/** The caller's own API keys. */
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TokensResource {

    @Inject
    private ApiTokens tokens;

    /** A key as its owner sees it back; never its text. */
    public record Token(UUID uuid, String name, Instant createdAt, Instant revokedAt) {}

    /** What a new key is for. */
    public record NewToken(String name) {}

    /** A new key; its text is shown this once. */
    public record IssuedToken(UUID uuid, String token) {}

    @GET
    public List<Token> mine() {
        return tokens.mine().stream().map(TokensResource::shown).toList();
    }

    @POST
    public Response issue(NewToken wanted) {
        ApiTokens.Issued issued = tokens.issue(wanted == null ? null : wanted.name());
        return Response.created(URI.create("tokens/" + issued.uuid()))
                .entity(new IssuedToken(issued.uuid(), issued.text()))
                .build();
    }

    @DELETE
    @Path("/{uuid}")
    public void revoke(@PathParam("uuid") UUID uuid) {
        tokens.revoke(uuid);
    }

    private static Token shown(ApiToken token) {
        return new Token(token.getUuid(), token.getName(), token.getCreatedAt(), token.getRevokedAt());
    }
}
