package nl.kring.crm.web.platform;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.platform.Readiness;

/**
 * {@code /health/live} and {@code /health/ready} in the form of MicroProfile Health, on the port of the product, so that
 * a load balancer needs no way to the management port. Tells nothing but up or down.
 */
@WebServlet(urlPatterns = {"/health/live", "/health/ready"})
public class Health extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean ready = request.getServletPath().equals("/health/ready");
        boolean up = !ready || readiness.databaseAnswers();
        var checks = Json.createArrayBuilder();
        if (ready) {
            checks.add(Json.createObjectBuilder().add("name", "database").add("status", up ? "UP" : "DOWN"));
        }
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("status", up ? "UP" : "DOWN")
                        .add("checks", checks)
                        .build()
                        .toString());
    }
}
