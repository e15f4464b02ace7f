package nl.kring.crm.web.attendance;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.presence.Scan;
import nl.kring.crm.attendance.presence.ScanAnswer;
import nl.kring.crm.attendance.presence.ScanBatch;
import nl.kring.crm.attendance.presence.ScanKind;
import nl.kring.crm.attendance.presence.Scans;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;

/**
 * Takes what the page at the door has queued, for who is signed in; the API takes the same at {@code /sessions/{session}/scans}.
 * Only JSON is taken, which no form of another site can send.
 */
@WebServlet("/attendance/scans")
public class ScanDoor extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 1 << 18;

    @Inject
    private transient Scans scans;

    @Inject
    private transient Me me;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.startsWith("application/json")) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject sent = reader.readObject();
            UUID session = UUID.fromString(sent.getString("session"));
            response.getWriter().write(told(scans.take(session, batch(sent))));
        } catch (BusinessException refused) {
            response.setStatus(
                    refused instanceof NotFoundException
                            ? HttpServletResponse.SC_NOT_FOUND
                            : HttpServletResponse.SC_BAD_REQUEST);
            String text = Texts.of(
                    me.getLocale(),
                    "refusal." + refused.code(),
                    refused.arguments().toArray());
            response.getWriter()
                    .write(Json.createObjectBuilder()
                            .add("refused", text)
                            .build()
                            .toString());
        } catch (EJBAccessException notInThisRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (JsonException
                | IllegalArgumentException
                | DateTimeException
                | ClassCastException
                | NullPointerException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static ScanBatch batch(JsonObject sent) {
        List<Scan> scans = sent.getJsonArray("scans").getValuesAs(JsonObject.class).stream()
                .map(scan -> new Scan(
                        UUID.fromString(scan.getString("id")),
                        scan.getString("code", null),
                        scan.getString("enrolment", null) == null ? null : UUID.fromString(scan.getString("enrolment")),
                        ScanKind.valueOf(scan.getString("kind")),
                        Instant.parse(scan.getString("at"))))
                .toList();
        return new ScanBatch(sent.getString("device"), Instant.parse(sent.getString("sentAt")), scans);
    }

    /** With the words that the page says. */
    private String told(List<ScanAnswer> answers) {
        JsonArrayBuilder told = Json.createArrayBuilder();
        for (ScanAnswer answer : answers) {
            told.add(Json.createObjectBuilder()
                    .add("id", answer.id().toString())
                    .add("outcome", answer.outcome().name())
                    .add(
                            "enrolment",
                            answer.enrolment() == null
                                    ? JsonValue.NULL
                                    : Json.createValue(answer.enrolment().toString()))
                    .add("name", answer.name() == null ? JsonValue.NULL : Json.createValue(answer.name()))
                    .add("at", Shown.time(answer.at())));
        }
        return told.build().toString();
    }
}
