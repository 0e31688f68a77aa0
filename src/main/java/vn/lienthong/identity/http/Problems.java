package vn.lienthong.identity.http;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns refusals of the API into problems; pages have their own error page. */
@RestControllerAdvice(annotations = Api.class)
class Problems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        return problem(refusal.status(), refusal.rule(), String.valueOf(refusal.getMessage()), refusal.faults());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        var fault = new Fault("body", "unreadable", "send JSON with the fields that the API page names");
        return problem(HttpStatus.BAD_REQUEST, "bad-request", "The request cannot be read", List.of(fault));
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String rule, String sentence, List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:lienthong:problem:" + rule));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("errors", faults);
        return ResponseEntity.status(status).body(problem);
    }
}
