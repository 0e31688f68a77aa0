package vn.lienthong.hub.console.agreement;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.quality.agreement.SenderQuestions;

/** What senders are asked; a sender sees and answers its own, staff sees all. */
@RestController
@RequestMapping("/api/v1/questions")
class QuestionsEndpoint {

    private static final int MOST = 500;
    private static final int LONGEST_ANSWER = 2_000;

    private final SenderQuestions questions;
    private final Scheduler blocking;

    QuestionsEndpoint(SenderQuestions questions, Scheduler blocking) {
        this.questions = questions;
        this.blocking = blocking;
    }

    record Page(List<SenderQuestions.Question> questions) {}

    record Answer(@Nullable String answer) {}

    @GetMapping
    Mono<Page> page(@RequestParam(defaultValue = "true") boolean open, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> new Page(questions.page(caller.sender(), open, MOST)))
                .subscribeOn(blocking);
    }

    @PostMapping("/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> answer(@PathVariable UUID id, @RequestBody Answer answer, @AuthenticationPrincipal Caller caller) {
        String words = answer.answer() == null ? "" : answer.answer().strip();
        if (words.isEmpty() || words.length() > LONGEST_ANSWER) {
            throw Asked.unfit("answer-missing", "answer", null, "1 to " + LONGEST_ANSWER + " characters");
        }
        return Mono.fromRunnable(() -> keep(id, words, caller))
                .subscribeOn(blocking)
                .then();
    }

    private void keep(UUID id, String words, Caller caller) {
        if (!questions.answer(id, caller.sender(), words, caller.actor().name())) {
            throw Asked.unknown("unknown-question", "There is no such open question");
        }
    }
}
