package nl.kring.crm.api.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Who sends a key must send a valid one, also where nobody needs any: a revoked key is never read as "anonymous". */
@Provider
public class ValidKeys implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        boolean sent = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        if (sent && request.getSecurityContext().getUserPrincipal() == null) {
            request.abortWith(Problems.notSignedIn());
        }
    }
}
