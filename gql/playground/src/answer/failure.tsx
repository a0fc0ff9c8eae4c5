export function Failure({ message }: { message: string }) {
  return (
    <div className="answer-note answer-failure" role="alert">
      {message.split('\n').map((line, i) => (
        <p key={i}>{line}</p>
      ))}
    </div>
  );
}
