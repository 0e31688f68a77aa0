package vn.lienthong.hub.platform.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Lets a caller hear an answer that came before the whole of the request: a wrong key, a body that is too large.
 *
 * <p>Many callers send everything before they look for an answer. Reactor Netty reads on for ever where the connection is
 * kept, and closes at once where it is not (reactor-netty 324), so that what is still under way resets the connection and
 * takes the answer with it. Here the rest is read and let go of either way, as RFC 9112, 9.6 advises, but for no longer
 * than {@link #PATIENCE}; then the connection is closed.
 */
@Component
class EarlyAnswers implements NettyServerCustomizer {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) -> channel.pipeline()
                .addBefore(NettyPipeline.HttpTrafficHandler, "lienthong.early-answers", new RestOfBody()));
    }

    /** Of one connection, on its event loop alone. */
    static final class RestOfBody extends ChannelDuplexHandler {

        private int unanswered;
        private boolean arriving;
        private boolean early;
        private boolean word;
        private @Nullable ChannelPromise closing;
        private @Nullable Future<?> deadline;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                unanswered++;
                arriving = true;
            }
            boolean last = message instanceof LastHttpContent;
            if (closing == null) {
                context.fireChannelRead(message);
            } else {
                ReferenceCountUtil.release(message);
            }
            if (last) {
                arrived(context);
            }
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse response) {
                // the word to go on sending is a whole message too
                word = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            }
            if (word || !(message instanceof LastHttpContent)) {
                context.write(message, promise);
                return;
            }
            unanswered--;
            // a request that came behind the one answered is none of ours
            early = arriving && unanswered == 0;
            if (early) {
                deadline = context.executor().schedule(() -> end(context), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
            context.write(message, promise);
        }

        @Override
        public void close(ChannelHandlerContext context, ChannelPromise promise) {
            if (early && closing == null && context.channel().isActive()) {
                closing = promise;
                context.channel().config().setAutoRead(true);
            } else {
                context.close(promise);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            arrived(context);
            context.fireChannelInactive();
        }

        private void arrived(ChannelHandlerContext context) {
            arriving = false;
            early = false;
            if (deadline != null) {
                deadline.cancel(false);
                deadline = null;
            }
            if (closing != null) {
                end(context);
            }
        }

        private void end(ChannelHandlerContext context) {
            ChannelPromise promise = closing == null ? context.newPromise() : closing;
            closing = null;
            context.close(promise);
        }
    }
}
