package io.herald.chat.teams;

import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** What the connector answers about people and channels; the SDK can read first pages only. */
interface Roster {
  @GET("v3/conversations/{id}/pagedmembers")
  CompletableFuture<Response<ResponseBody>> page(
      @Path("id") String conversation,
      @Query("pageSize") int most,
      @Query("continuationToken") @Nullable String next);

  @GET("v3/conversations/{id}/members/{person}")
  CompletableFuture<Response<ResponseBody>> member(
      @Path("id") String conversation, @Path("person") String person);

  @GET("v3/teams/{id}")
  CompletableFuture<Response<ResponseBody>> team(@Path("id") String team);

  @GET("v3/teams/{id}/conversations")
  CompletableFuture<Response<ResponseBody>> channels(@Path("id") String team);
}
