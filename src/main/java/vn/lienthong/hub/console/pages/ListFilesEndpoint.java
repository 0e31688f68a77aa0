package vn.lienthong.hub.console.pages;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.platform.http.ProblemException;

/** Lists as files for a spreadsheet, with the filters of the screen they are taken from. */
@RestController
class ListFilesEndpoint {

    private final Screens screens;
    private final Speech speech;

    ListFilesEndpoint(Screens screens, Speech speech) {
        this.screens = screens;
        this.speech = speech;
    }

    @GetMapping("/console/lists/{name}.csv")
    Mono<ResponseEntity<Flux<byte[]>>> csv(@PathVariable String name, ServerWebExchange exchange) {
        return file(name, ".csv", exchange);
    }

    @GetMapping("/console/lists/{name}.xlsx")
    Mono<ResponseEntity<Flux<byte[]>>> sheet(@PathVariable String name, ServerWebExchange exchange) {
        return file(name, ".xlsx", exchange);
    }

    private Mono<ResponseEntity<Flux<byte[]>>> file(String name, String kind, ServerWebExchange exchange) {
        ListFile list = ListFile.named(name)
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "unknown-page", "There is no such list"));
        return screens.download(
                exchange,
                name + kind,
                list.columns(),
                list.member(),
                list::ask,
                (look, row) -> list.row(row, speech.tale(look.language())));
    }
}
