package nl.kring.crm.api.enrolment;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.enrolment.CourseQuestions;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.Question;
import nl.kring.crm.enrolment.QuestionKind;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.platform.InvalidInputException;

/** The enrolments of one edition. */
@Path("/editions/{edition}/enrolments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EditionEnrolmentsResource {

    @Inject
    private Enrolments enrolments;

    @Inject
    private CourseQuestions questions;

    /**
     * Who is enrolled.
     *
     * @param person the caller when it is left out
     * @param meetsPrerequisites whether the caller says to meet what the course asks for
     * @param voucher a code that makes it cheaper, or null
     * @param answers to what the course asks, by the UUID of the question; yes and no are {@code true} and {@code false}
     */
    public record NewEnrolment(UUID person, boolean meetsPrerequisites, String voucher, Map<String, String> answers) {}

    /** What the course asks; who enrols himself or herself has to answer what is required. */
    public record AskedQuestion(UUID uuid, QuestionKind kind, String text, boolean required) {}

    /** The enrolment; {@code position} is its rank on the waiting list, null for who has a seat. */
    public record MadeEnrolment(UUID uuid, EnrolmentState state, Integer position) {}

    @POST
    public Response enrol(
            @PathParam("edition") UUID edition, @HeaderParam("Idempotency-Key") String key, NewEnrolment wanted) {
        NewEnrolment asked = wanted == null ? new NewEnrolment(null, false, null, null) : wanted;
        EnrolmentAnswer answer = enrolments.enrol(
                edition,
                new EnrolmentWish(
                        asked.person(),
                        key,
                        null,
                        answers(edition, asked.answers()),
                        Map.of(),
                        null,
                        null,
                        new PriceWish(asked.voucher(), null),
                        asked.meetsPrerequisites()));
        return Response.created(URI.create("enrolments/" + answer.uuid()))
                .entity(new MadeEnrolment(answer.uuid(), answer.state(), answer.position()))
                .build();
    }

    /** What is asked of who enrols here. */
    @GET
    @Path("/questions")
    public List<AskedQuestion> questions(@PathParam("edition") UUID edition) {
        return questions.of(edition).stream()
                .map(each -> new AskedQuestion(each.uuid(), each.kind(), each.text(), each.required()))
                .toList();
    }

    /** What is answered to something that is not asked is refused, so that no answer is lost unseen. */
    private Map<UUID, String> answers(UUID edition, Map<String, String> given) {
        if (given == null || given.isEmpty()) {
            return Map.of();
        }
        List<String> asked = questions.of(edition).stream()
                .map(Question::uuid)
                .map(UUID::toString)
                .toList();
        Map<UUID, String> answers = new HashMap<>();
        given.forEach((question, answer) -> {
            if (!asked.contains(question)) {
                throw new InvalidInputException("enrolment-question-unknown", question);
            }
            answers.put(UUID.fromString(question), answer);
        });
        return answers;
    }
}
